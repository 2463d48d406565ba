/** The register as a file for a spreadsheet, streamed. */
import { Readable } from "node:stream";
import type { FastifyInstance } from "fastify";
import { noteSeen } from "../people/audit.ts";
import { type Viewer, viewerOf } from "../web/access.ts";
import { csvLine, csvStart } from "../web/csv.ts";
import { localDate } from "../web/dates.ts";
import type { House } from "../web/house.ts";
import { inLanguage, type Language } from "../web/languages.ts";
import { importTexts } from "./import-texts.ts";
import { readFilter, staff } from "./people-routes.ts";
import { type PeopleFilter, type Place, peoplePage } from "./queries.ts";
import { registerTexts } from "./texts.ts";
import { rolesInWords, statusInWords } from "./words.ts";

const perRead = 500;

/** The headings of an export are those an import understands, so that a file can go out and come in. */
function headings(language: Language): string[] {
  const t = inLanguage(registerTexts, language);
  const i = inLanguage(importTexts, language);
  return [
    t.name,
    t.email,
    t.phone,
    t.roles,
    t.status,
    t.jobTitle,
    t.workplace,
    i.trade,
    i.size,
    i.municipality,
    t.unit,
    t.language,
  ];
}

async function* lines(
  house: House,
  facts: { viewer: Viewer; filter: PeopleFilter; language: Language },
): AsyncGenerator<string> {
  const { viewer, filter, language } = facts;
  const { store, now } = house;
  const t = inLanguage(registerTexts, language);
  const i = inLanguage(importTexts, language);
  const sizes = { small: i.sizeSmall, medium: i.sizeMedium, large: i.sizeLarge, unknown: null };
  const today = localDate(now()).toString();
  yield csvStart + csvLine(headings(language));
  let after: Place | null = null;
  do {
    const rows = await peoplePage(store.read, viewer, filter, { after, size: perRead, today });
    const personIds = rows.map((row) => row.id);
    await noteSeen(house, { byId: viewer.id, event: "register-exported", personIds });
    const written = rows.map((row) =>
      csvLine([
        ...[row.name, row.email, row.phone, rolesInWords(row.roles, language), statusInWords(row.status, t)],
        ...[row.jobTitle, row.workplaceName, row.trade, row.size ? sizes[row.size] : null],
        ...[row.municipality, row.unitName, row.language],
      ]),
    );
    yield written.join("");
    after = rows.length === perRead ? (rows.at(-1) as Place) : null;
  } while (after);
}

export function exportRoutes(app: FastifyInstance, house: House): void {
  app.get("/personer/liste.csv", staff, async (request, reply) => {
    const viewer = viewerOf(request);
    const { filter } = readFilter(request);
    const name = `personer-${localDate(house.now())}.csv`;
    return reply
      .header("content-disposition", `attachment; filename="${name}"`)
      .header("cache-control", "no-store")
      .type("text/csv; charset=utf-8")
      .send(Readable.from(lines(house, { viewer, filter, language: request.language })));
  });
}

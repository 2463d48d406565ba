/** Joining a group by code, without signing in. */
import type { FastifyInstance } from "fastify";
import { countTry, mayTry, placeOf } from "../people/rate.ts";
import { guardFields } from "../privacy/guard.ts";
import type { Tx } from "../store/store.ts";
import { bytesOnce } from "../web/form-key.ts";
import { readForm } from "../web/forms.ts";
import { keyedHash } from "../web/signing.ts";
import { rescueText } from "./group-answer.ts";
import { groupWords } from "./group-cards.ts";
import { readGroupCode } from "./group-code.ts";
import { groupToken, setGroupCookie } from "./group-cookie.ts";
import { isPublic, sharedIn, showJoin } from "./group-desk.ts";
import { joinGroup } from "./group-device.ts";
import { joinForm } from "./group-forms.ts";
import { deviceOf, groupSession } from "./group-queries.ts";
import type { GroupDesk } from "./group-routes.ts";

/** Wrong codes from one place in fifteen minutes: far more than a room mistypes, far fewer than a search takes. */
const mostWrongCodes = 60;

export function groupJoinRoutes(app: FastifyInstance, { house }: GroupDesk): void {
  const { store, now, config } = house;

  app.get<{ Querystring: { kode?: string } }>("/gruppe", isPublic, async (request, reply) => {
    const typed = typeof request.query.kode === "string" ? request.query.kode.slice(0, 20) : "";
    const device = await deviceOf(store, groupToken(house, request), now());
    if (device) {
      const session = await groupSession(store, device.sessionId);
      if (!typed || session?.code === readGroupCode(typed)) return reply.goTo(`/gruppe/${device.sessionId}`);
    }
    return showJoin(request, reply, { typed: { kode: typed } });
  });

  app.post("/gruppe", isPublic, async (request, reply) => {
    const t = groupWords(request.language);
    const form = readForm(joinForm, request.body, sharedIn(request));
    if (!form.ok) return showJoin(request, reply, form, 422);
    const { kode, gruppe, sporsmal, runde, ord, valg } = form.value;
    const typed = Object.fromEntries(
      Object.entries(form.value).map(([name, value]) => [name, String(value ?? "")]),
    );
    const refuse = (words: string) => showJoin(request, reply, { errors: { kode: words }, typed }, 422);
    const key = keyedHash(config.secret, "group-code", placeOf(request.ip));
    const code = readGroupCode(kode);
    const token = groupToken(house, request) ?? null;
    const fresh = bytesOnce(config.secret, "phone", request.body)?.toString("base64url");
    // a room joins at once, one phone after the other; so do those who guess, and each guess is counted
    const inTurnFor = `group ${code ?? key}`;
    const work = async (tx: Tx) => {
      if (!(await mayTry(tx, key, mostWrongCodes, now()))) return { ok: false, reason: "too-many" } as const;
      const result = code
        ? await joinGroup(tx, { code, groupNumber: gruppe, token, fresh }, now())
        : ({ ok: false, reason: "wrong-code" } as const);
      if (!result.ok && result.reason === "wrong-code") await countTry(tx, key, mostWrongCodes, now());
      if (result.ok && sporsmal && runde && (ord || valg !== null)) {
        const at = { sessionId: result.sessionId, questionId: sporsmal, round: runde, groupNumber: gruppe };
        const isFine = Object.keys(guardFields({ ord }, request.language)).length === 0;
        if (isFine) await rescueText(tx, at, { words: ord ?? "", choice: valg });
      }
      return result;
    };
    const joined = await store.write(work, { inTurnFor });
    if (!joined.ok) {
      const tooMany = sharedIn(request).tooManyText;
      const inWords = { "wrong-code": t.wrongCode, "not-today": t.notToday, full: t.full, bound: t.bound };
      const words = { ...inWords, "too-many": tooMany };
      return refuse(words[joined.reason]);
    }
    setGroupCookie(house, reply, joined.token);
    return reply.goTo(`/gruppe/${joined.sessionId}`);
  });
}

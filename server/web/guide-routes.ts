/** The guides, open to all: who cannot get in may need one most. One's own comes first. */
import type { FastifyInstance } from "fastify";
import type { Role } from "./access.ts";
import { NotFound } from "./errors.ts";
import { type GuideName, type Guides, guideNames, guideSlugs } from "./guide.ts";
import { guideTexts } from "./guide-texts.ts";
import { inLanguage, type Texts } from "./languages.ts";

type T = Texts<typeof guideTexts>;
declare module "./render.ts" {
  interface Pages {
    guide: { t: T; html: string; all: { path: string; label: string; isHere: boolean }[] };
  }
}

const ofRole: Record<Role, GuideName> = {
  mentor: "mentor",
  counsellor: "counsellor",
  adviser: "adviser",
  leader: "leader",
  regional_leader: "leader",
  administrator: "administrator",
};

/** All guides, those of these roles first. */
function inOrderFor(roles: readonly Role[]): GuideName[] {
  const own = roles.map((role) => ofRole[role]);
  return [...guideNames].sort((a, b) => Number(own.includes(b)) - Number(own.includes(a)));
}

export function guideRoutes(app: FastifyInstance, guides: Guides): void {
  for (const url of ["/veiledning", "/veiledning/:rolle"]) {
    const config = { access: "public", offline: {} } as const;
    app.get<{ Params: { rolle?: string } }>(url, { config }, async (request, reply) => {
      const { language, viewer } = request;
      const t = inLanguage(guideTexts, language);
      const order = inOrderFor(viewer?.roles ?? []);
      const { rolle } = request.params;
      const name = rolle === undefined ? order[0] : guideNames.find((one) => guideSlugs[one] === rolle);
      if (!name) throw new NotFound();
      const labels: Record<GuideName, string> = {
        mentor: t.forMentor,
        counsellor: t.forCounsellor,
        adviser: t.forAdviser,
        leader: t.forLeader,
        administrator: t.forAdministrator,
      };
      const { title, html } = guides[name][language];
      const all = order.map((one) => ({
        path: `/veiledning/${guideSlugs[one]}`,
        label: labels[one],
        isHere: one === name,
      }));
      return reply.page("guide", { t, title, html, all });
    });
  }
}

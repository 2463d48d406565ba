import { and, eq, like } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { memberships } from "../../server/networks/tables.ts";
import { persons, workplaces } from "../../server/people/tables.ts";
import { addCast, addMember, type Cast } from "../cast.ts";
import { browserOf, openHouse, type TestHouse } from "../house.ts";
import { csv, idOf, paste, settled, upload } from "./files.ts";

let house: TestHouse;
let cast: Cast;
beforeEach(async () => {
  house = await openHouse();
  cast = await addCast(house.store);
});
afterEach(() => house.close());

/** The people of a firm, by name, with the network each is in. */
const came = async (firm: string) =>
  house.store.read
    .select({ name: persons.name, networkId: memberships.networkId, workplace: workplaces.name })
    .from(persons)
    .leftJoin(memberships, eq(memberships.personId, persons.id))
    .leftJoin(workplaces, eq(workplaces.id, persons.workplaceId))
    .where(like(persons.emailKey, `%@${firm}`))
    .orderBy(persons.sortKey);
const plain = (html: string) => html.replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");

describe("a list pasted into the box", () => {
  it("from a mail goes the way of a file: looked over, added, in the network", async () => {
    const sent = await paste(house, cast.kari, "Åse Ødegård <aase@lim.example>; 'Bø, Bo' <bo@lim.example>");
    const id = idOf(sent);
    expect((await settled(house, id)).faults).toBe(0);
    const browser = await browserOf(house, cast.kari);
    const page = (await browser.get(`/personer/import/${id}`)).body;
    expect(plain(page)).toContain("Åse Ødegård aase@lim.example");
    // she runs one network, so nothing is asked: it is in the form already
    expect((await browser.get("/personer/import")).body).toContain(`name="nettverk" value="${cast.network}"`);
    const again = await paste(house, cast.kari, "Åse Ødegård\taase@lim.example\nBo Bø\tbo@lim.example", {
      nettverk: cast.network,
    });
    await browser.post(`/personer/import/${idOf(again)}/legg-til`);
    await settled(house, idOf(again));
    expect(await came("lim.example")).toEqual([
      { name: "Bo Bø", networkId: cast.network, workplace: null },
      { name: "Åse Ødegård", networkId: cast.network, workplace: null },
    ]);
  });

  it("with headings in another order, lines of Windows and empty lines is understood", async () => {
    const text = "\nE-post\tNavn\tVirksomhet\n\naase@lim.example\tÅse Ødegård\tØdegård Snekkeri\n\n";
    const id = idOf(await paste(house, cast.kari, text, { nettverk: cast.network }));
    expect((await settled(house, id)).faults).toBe(0);
    await (await browserOf(house, cast.kari)).post(`/personer/import/${id}/legg-til`);
    await settled(house, id);
    expect(await came("lim.example")).toEqual([
      { name: "Åse Ødegård", networkId: cast.network, workplace: "Ødegård Snekkeri" },
    ]);
  });

  it("comes back when something is in the way, whole and with the reason at the box", async () => {
    const text = "Åse <b>Ø</b> & Co; aase@lim.example";
    const foreign = await paste(house, cast.kari, text, { nettverk: cast.otherNetwork });
    expect(foreign.statusCode).toBe(422);
    expect(foreign.body).toContain("Åse &lt;b&gt;Ø&lt;/b&gt; &amp; Co; aase@lim.example</textarea>");
    expect(foreign.body).toMatch(/id="liste-error"[\s\S]*Nettverket er ikke ditt/);
    const empty = await paste(house, cast.kari, " \n ");
    expect([empty.statusCode, empty.body.includes("Det står ingen personer i feltet")]).toEqual([422, true]);
    const onlyHeadings = await paste(house, cast.kari, "Navn\tE-post");
    expect(onlyHeadings.body).toContain("Navn\tE-post</textarea>");
  });

  it("is refused to an adviser of no network, with what to do", async () => {
    await house.store.write((tx) =>
      tx.update(memberships).set({ until: "2026-10-01" }).where(eq(memberships.personId, cast.kari)),
    );
    const sent = await paste(house, cast.kari, "Å; a@lim.example");
    expect([sent.statusCode, sent.body.includes("Be administratoren")]).toEqual([422, true]);
    expect(sent.body).toContain("Å; a@lim.example</textarea>");
  });

  it("is corrected in the box, each line where it was; by whoever sent it only", async () => {
    const text = "Åse Ødegård; aase@lim.example\n\nBo; ikke-adresse\nCa, Berg; ca@lim.example";
    const id = idOf(await paste(house, cast.kari, text));
    expect((await settled(house, id)).faults).toBe(1);
    const browser = await browserOf(house, cast.kari);
    const page = (await browser.get(`/personer/import/${id}`)).body;
    expect(page).toContain("Linje 3");
    expect(page).toContain(`href="/personer/import?rett=${id}"`);
    const box = (await browser.get(`/personer/import?rett=${id}`)).body;
    expect(box).toContain(
      ">Åse Ødegård\taase@lim.example\n\nBo\tikke-adresse\nCa, Berg\tca@lim.example</textarea>",
    );
    const other = await browserOf(house, cast.tore);
    expect((await other.get(`/personer/import?rett=${id}`)).statusCode).toBe(404);
  });

  it("keeps its headings and quotation marks when it is corrected", async () => {
    const text = 'Navn\tE-post\n"Bo ""Bo"" Bø"\tx\n';
    const id = idOf(await paste(house, cast.kari, text));
    await settled(house, id);
    const box = (await (await browserOf(house, cast.kari)).get(`/personer/import?rett=${id}`)).body;
    expect(box).toContain(">Navn\tE-post\nBo &quot;Bo&quot; Bø\tx</textarea>");
  });
});

describe("the network of a list", () => {
  /** Kari runs both networks. */
  const inBoth = () => house.store.write((tx) => addMember(tx, cast.otherNetwork, cast.kari, "adviser"));

  it("is asked for when the file is stored, so that nobody chooses the file again", async () => {
    await inBoth();
    const file = csv(["Åse Ødegård;aase@lim.example;;;;;"]);
    const sent = await upload(house, cast.kari, file);
    expect(sent.statusCode).toBe(303);
    const id = idOf(sent);
    await settled(house, id);
    const at = `/personer/import/${id}`;
    const browser = await browserOf(house, cast.kari);
    const page = (await browser.get(at)).body;
    expect(page).toContain("Hvilket nettverk skal de inn i?");
    expect(page).not.toContain(`${at}/legg-til`);
    const refused = await browser.post(`${at}/legg-til`);
    expect([refused.statusCode, refused.body.includes("Velg nettverket.")]).toEqual([422, true]);
    const none = await browser.post(`${at}/nettverk`, { nettverk: "" });
    expect([none.statusCode, none.body.includes("Velg nettverket.")]).toEqual([422, true]);
    expect((await browser.post(`${at}/nettverk`, { nettverk: "finnes-ikke" })).statusCode).toBe(422);
    expect(await came("lim.example")).toEqual([]);
    expect((await browser.post(`${at}/nettverk`, { nettverk: cast.otherNetwork })).statusCode).toBe(303);
    await settled(house, id);
    expect((await browser.get(at)).body).not.toContain("Hvilket nettverk skal de inn i?");
    await browser.post(`${at}/legg-til`);
    expect((await settled(house, id)).state).toBe("done");
    expect(await came("lim.example")).toEqual([
      { name: "Åse Ødegård", networkId: cast.otherNetwork, workplace: null },
    ]);
  });

  it("is not asked for when every row names one, and need not be chosen by an administrator", async () => {
    await inBoth();
    const [other] = await house.store.read
      .select({ id: memberships.networkId })
      .from(memberships)
      .where(and(eq(memberships.personId, cast.kari), eq(memberships.networkId, cast.otherNetwork)));
    expect(other).toBeDefined();
    const list = await (await browserOf(house, cast.kari)).get("/nettverk");
    const name = new RegExp(`/nettverk/${cast.network}"[^>]*>(?:<[^>]*>)*([^<]+)`).exec(list.body)?.[1];
    const named = idOf(
      await paste(house, cast.kari, `Navn\tE-post\tNettverk\nÅse\ta@lim.example\t${name?.trim()}`),
    );
    expect((await settled(house, named)).faults).toBe(0);
    const browser = await browserOf(house, cast.kari);
    expect((await browser.get(`/personer/import/${named}`)).body).toContain("/legg-til");
    const alone = idOf(await paste(house, cast.amir, "Bo Bø; b@lim.example"));
    await settled(house, alone);
    const admin = await browserOf(house, cast.amir);
    const page = (await admin.get(`/personer/import/${alone}`)).body;
    expect([page.includes("/nettverk"), page.includes("/legg-til")]).toEqual([true, true]);
    await admin.post(`/personer/import/${alone}/legg-til`);
    await settled(house, alone);
    expect(await came("lim.example")).toEqual([{ name: "Bo Bø", networkId: null, workplace: null }]);
  });
});

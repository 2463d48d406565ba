/** Buttons as a page shows them, with the form around them filled in as a person would. */
import { plain } from "./forms-in.ts";

export interface Press {
  action: string;
  /** The button's own name and value, as `svar=ja`; empty for most. */
  button: string;
  fields: [string, string][];
  isMultipart: boolean;
}

/** How far a person goes from what the form already says. */
export const ways = ["as shown", "new words", "other choice", "nothing chosen"] as const;
export type Way = (typeof ways)[number];

interface Control {
  kind: string;
  name: string;
  value: string;
  isChosen: boolean;
  options: { value: string; isChosen: boolean }[];
}

const attribute = (tag: string, name: string): string | null => {
  const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=[\\s/>])`).exec(tag);
  return found ? plain(found[1] ?? "") : null;
};

/** What a person might write in a field that the page leaves empty: by its name without a number, else by its kind. */
const typical: Record<string, string> = {
  epost: "ny.person@demo.example",
  navn: "Gry Nordmo",
  tittel: "Å si fra",
  minutter: "20",
  lesetid: "5",
  samtaletid: "45",
  dato: "2027-02-03",
  fra: "2027-02-03",
  til: "2027-02-04",
  stopp: "2027-05-04",
  frist: "2027-02-03",
  plasser: "12",
  timer: "4",
  telefon: "22 22 22 22",
  varatelefon: "22 22 22 23",
  lenke: "https://moete.example/rom",
};
const byKind: Record<string, string> = {
  date: "2027-02-03",
  time: "13:00",
  number: "4",
  email: "ny.person@demo.example",
  url: "https://moete.example/rom",
};

function controlOf(tag: string, rest: string): Control {
  const element = /^<(\w+)/.exec(tag)?.[1] as string;
  const inner = element === "input" ? "" : (rest.split(`</${element}>`)[0] as string);
  const isTextarea = element === "textarea";
  return {
    kind: element === "input" ? (attribute(tag, "type") ?? "text") : element,
    name: attribute(tag, "name") ?? "",
    value: isTextarea ? plain(inner.slice(tag.length)) : (attribute(tag, "value") ?? ""),
    isChosen: attribute(tag, "checked") !== null,
    options: [...inner.matchAll(/<option[^>]*>/g)].map(([option]) => ({
      value: attribute(option, "value") ?? "",
      isChosen: attribute(option, "selected") !== null,
    })),
  };
}

function textOf({ kind, name, value }: Control, way: Way): string {
  if (kind === "hidden") return value;
  const usual = typical[name.replace(/-\d+$/, "")] ?? byKind[kind];
  if (value === "") return usual ?? "Noe å si";
  const isFree = (kind === "text" || kind === "textarea") && (usual === undefined || /^[A-ZÅ]/.test(usual));
  return isFree && way === "new words" ? `${value} med mer` : value;
}

function chosenOf({ options }: Control, way: Way): string {
  const chosen = options.find(({ isChosen }) => isChosen);
  if (way === "nothing chosen") return chosen?.value ?? options[0]?.value ?? "";
  if (chosen?.value && way !== "other choice") return chosen.value;
  return (options.find(({ value, isChosen }) => value !== "" && !isChosen) ?? chosen)?.value ?? "";
}

/** What is sent for the boxes or round buttons of one name. */
function tickedOf(group: Control[], way: Way): string[] {
  const ticked = group.filter(({ isChosen }) => isChosen);
  const other = group.find(({ isChosen, value }) => !isChosen && value !== "");
  if (way === "other choice" && other) return [other.value];
  const isLeft = ticked.length > 0 || group[0]?.kind === "checkbox";
  return (isLeft ? ticked : group.slice(0, 1)).map(({ value }) => value);
}

/** What a browser would send of these controls, buttons apart. */
function filled(controls: Control[], way: Way): [string, string][] {
  const done = new Set<string>();
  return controls.flatMap((control): [string, string][] => {
    const { kind, name } = control;
    if (name === "" || kind === "submit" || kind === "button") return [];
    if (kind === "select") return [[name, chosenOf(control, way)]];
    if (kind !== "radio" && kind !== "checkbox") return [[name, textOf(control, way)]];
    if (done.has(name)) return [];
    done.add(name);
    const group = controls.filter((one) => one.kind === kind && one.name === name);
    return tickedOf(group, way).map((value) => [name, value]);
  });
}

function pressesOf(form: string, way: Way): Press[] {
  const opening = /^<form[^>]*>/.exec(form)?.[0] as string;
  const action = attribute(opening, "action") ?? "";
  const controls: Control[] = [];
  const buttons: { action: string; field: [string, string][] }[] = [];
  for (const match of form.matchAll(/<(?:input|textarea|select|button)\b[^>]*>/g)) {
    const [tag] = match;
    if (attribute(tag, "disabled") !== null || attribute(tag, "type") === "button") continue;
    if (!tag.startsWith("<button")) {
      controls.push(controlOf(tag, form.slice(match.index)));
      continue;
    }
    const name = attribute(tag, "name");
    const field: [string, string][] = name ? [[name, attribute(tag, "value") ?? ""]] : [];
    buttons.push({ action: attribute(tag, "formaction") ?? action, field });
  }
  const fields = filled(controls, way);
  return buttons.map((button) => ({
    action: button.action,
    button: button.field.map(([name, value]) => `${name}=${value}`).join(),
    fields: [...fields, ...button.field],
    isMultipart: attribute(opening, "enctype") === "multipart/form-data",
  }));
}

const formsOn = (html: string, method: string) =>
  [...html.matchAll(/<form [\s\S]*?<\/form>/g)]
    .map(([form]) => form)
    .filter((form) => new RegExp(`^<form[^>]* method="${method}"`).test(form));

/** Every button of a page that changes something. */
export const pressesIn = (html: string, way: Way): Press[] =>
  formsOn(html, "post").flatMap((form) => pressesOf(form, way));

/** Where the first form of a page that only asks leads to, filled in. */
export function askedBy(html: string, path: string): string {
  const asked = formsOn(html, "get").flatMap((form) => pressesOf(form, "as shown"));
  const found = asked.find(({ action }) => action === path);
  if (!found) throw new Error(`No form on the page leads to ${path}`);
  return `${path}?${new URLSearchParams(found.fields)}`;
}

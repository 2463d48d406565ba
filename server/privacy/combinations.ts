/** Sentences that together point to one person: a workplace by name, a role and something that happened. */

const workplace =
  /\b(?:Kiwi|Rema|Coop|Extra|Meny|Spar|Joker|Bunnpris|Europris|Biltema|IKEA|Elkjøp|Clas Ohlson|Plantasjen|Jula|Scandic|Thon|\p{Lu}\p{L}+(?: \p{Lu}\p{L}+)? (?:AS|ASA|barnehage|hotell|bakeri|skole|sykehjem|verksted|kafé|restaurant|entreprenør)|\p{Lu}\p{L}+(?:barnehagen|hotellet|bakeriet|senteret|sjukehuset|sykehuset))(?!\p{L})/u;
const role =
  /(?:^|[^\p{L}])(?:lærling\p{L}*|kandidat\p{L}*|praktikant\p{L}*|deltaker\p{L}*|deltakar\p{L}*|vikar\p{L}*|gutten|jenta|guten|mannen|kvinnen|kvinna|kokken|\d{2}-åring\p{L}*|den nye)(?!\p{L})/iu;
const event =
  /(?:^|[^\p{L}])(?:sykmeld\p{L}*|sykemeld\p{L}*|sjukmeld\p{L}*|innlagt|anmeld\p{L}*|politi\p{L}*|sparken|oppsag\p{L}*|sagt opp|fengsel\p{L}*|ruset|rusa|rusmisbruk\p{L}*|gravid|ulykke\p{L}*|stjal|stjålet|stole|tjuveri\p{L}*|tyveri\p{L}*|slåss|sloss|kollaps\p{L}*|selvmord\p{L}*|sjølvmord\p{L}*|psykose\p{L}*|skilsmisse\p{L}*|brudd\p{L}*)(?!\p{L})/iu;

/** Sentences that name a workplace, a role and an event. */
export function combinationsIn(text: string): string[] {
  return text
    .split(/(?<=[.!?\n])\s+/)
    .filter((sentence) => workplace.test(sentence) && role.test(sentence) && event.test(sentence));
}

/** Tells of each part of a quotation whether a note has it: literally, altered, or not at all. */

import { align } from "./alignment.js";
import { differences, isNearly, joined, tokens } from "./tokens.js";

/** How much of what its words are worth the note must have for a part to be one of the note's, altered. */
const ENOUGH = 0.5;
/** So few words left out at an edge of a sentence are a change; with more, what is quoted is a part of it. */
const FEW = 2;
/** Two parts of a sentence with no more words between them are one, from which those were left out. */
const NEAR = 8;

const isWord = ({ kind }) => kind === "word";
const isStop = ({ key }) => key === ".";
const isSilent = (token) => isStop(token) || token.kind === "mark";
const isOfNote = ({ kind }) => kind !== "added" && kind !== "leap";
const isOfQuotation = ({ kind }) => kind !== "left" && kind !== "leap";
const placesOf = (steps) => steps.filter(isOfNote).map(({ place }) => place);
const range = (from, to) => Array.from({ length: Math.max(0, to - from) }, (_, at) => from + at);
const leftOut = (from, to, at) => range(from, to).map((place) => ({ kind: "left", at, place }));

/**
 * Returns the way divided into the parts of the quotation: lists of steps, with what ends before and after each. A part
 * ends where one may end in the quotation, and the way leaps there, is between two texts of the note, or outside of it.
 */
const divided = ({ way, borders, asked }, { starts, ends }) => {
  const parts = [];
  let steps = [];
  const close = (after) => {
    if (steps.length) parts.push({ steps, before: parts.at(-1)?.after ?? "quotation", after });
    steps = [];
  };
  const isEnd = ({ kind, at, place }, previous) => {
    if (!previous || kind === "left" || !borders[at]) return false;
    if (kind === "leap") return true;
    const isOutside = kind === "added" && previous.kind === "added";
    return at !== previous.at && (isOutside || starts.includes(place) || ends.includes(place));
  };
  for (const [number, step] of way.entries()) {
    if (isEnd(step, way[number - 1])) close(borders[step.at]);
    if (step.kind === "added" && asked[step.at].kind === "ellipsis") close("cut");
    else if (step.kind !== "leap" || steps.length) steps.push(step);
  }
  close("quotation");
  return parts;
};

/** Puts parts of one sentence together between which little was left out: nobody meant them as two quotations. */
const together = (parts, own) => {
  const found = [];
  for (const part of parts) {
    const last = found.at(-1);
    const from = last && placesOf(last.steps).at(-1);
    const [to] = placesOf(part.steps);
    const isNear =
      from < to &&
      part.before !== "cut" &&
      own[from].unit === own[to].unit &&
      own.slice(from + 1, to).filter(isWord).length <= NEAR;
    if (isNear) {
      last.steps.push(...leftOut(from + 1, to, part.steps[0].at), ...part.steps);
      last.after = part.after;
    } else found.push({ ...part });
  }
  return found;
};

/** Returns the steps of a part without what only frames it (the marks around it, its number, its full stop), and that. */
const unframed = (steps, frames, asked) => {
  const isFrame = ({ kind, at }) => kind === "added" && frames[at];
  const first = steps.findIndex((step) => !isFrame(step));
  // The full stop of the note may stand behind the marks that close the quotation.
  const last = steps.findLastIndex((step) => !isFrame(step) && !(step.kind === "same" && isSilent(asked[step.at])));
  const isOutside = (step, number) => isFrame(step) && (number < first || number > last);
  return [steps.filter((step, number) => !isOutside(step, number)), steps.filter(isOutside)];
};

/**
 * Returns the segments of the note that a part is from: lists of steps. A leap that goes on in the same sentence has
 * left words out; another begins a segment.
 */
const segmentsOf = (steps, own) => {
  const segments = [[]];
  for (const [number, step] of steps.entries()) {
    const from = placesOf(segments.at(-1)).at(-1);
    const [to] = placesOf(steps.slice(number));
    if (step.kind !== "leap") segments.at(-1).push(step);
    else if (from < to && own[from].unit === own[to].unit) segments.at(-1).push(...leftOut(from + 1, to, step.at));
    else if (from !== undefined && to !== undefined) segments.push([]);
  }
  return segments;
};

/** Returns what stands of its sentence before and after a segment: "rest" where a part is quoted, else "left" out. */
const around = (segment, { isFirst, isLast, before, after }, { tokens: own, starts, ends }) => {
  const places = placesOf(segment);
  const head = range(starts[own[places[0]].unit], places[0]);
  const tail = range(places.at(-1) + 1, ends[own[places.at(-1)].unit]);
  const count = (some) => some.filter((place) => isWord(own[place])).length;
  // What follows a colon stands by itself: the subject, without the word "Subject".
  const [ahead, behind] = [own[places[0] - 1]?.key === ":" && head.length ? 0 : count(head), count(tail)];
  const isNearlyAll = ahead <= FEW && behind <= FEW && places.length > 2 * (ahead + behind);
  const kind = (number, isOuter, border) => {
    if (!number || (isOuter && border === "cut")) return "rest";
    return !isOuter || border === "sentence" || border === "line" || isNearlyAll ? "left" : "rest";
  };
  // A question mark that is missing is no full stop that is; and a full stop within is one that was taken away.
  const isOtherSign = !behind && tail.some((place) => !isSilent(own[place]) || (!isLast && isStop(own[place])));
  return {
    ...{ head, headKind: kind(ahead, isFirst, before) },
    ...{ tail, tailKind: isOtherSign ? "left" : kind(behind, isLast, after) },
  };
};

/** Returns what is to be shown of a segment: runs of the "same", "left", "added" and "rest" of its words, with spaces. */
const piecesOf = (segment, { head, headKind, tail, tailKind }, asked, own) => {
  const pieces = [];
  const add = (kind, text, space) => {
    const last = pieces.at(-1);
    const before = space || (last?.kind === "added" && /\p{L}$/u.test(last.text) && /^\p{L}/u.test(text)) ? " " : "";
    if (last?.kind === kind) last.text += before + text;
    else pieces.push({ kind, before: last ? before : "", text });
  };
  const addOwn = (kind, place) => {
    add(kind, own[place].raw, own[place].before || own[place - 1]?.unit !== own[place].unit);
  };
  let added = [];
  const addAdded = () => {
    for (const { raw, before } of added) add("added", raw, before);
    added = [];
  };
  for (const place of head) addOwn(headKind, place);
  for (const step of segment) {
    if (step.kind === "same") addAdded();
    if (isOfNote(step)) addOwn(step.kind === "same" ? "same" : "left", step.place);
    if (isOfQuotation(step) && step.kind !== "same") added.push(asked[step.at]);
  }
  addAdded();
  for (const place of tail) addOwn(tailKind, place);
  return pieces;
};

/** Returns the names of what is written differently in a part that is literal, each once. */
const named = (segment, trimmed, { head, tail }, asked, own) => {
  const found = segment.flatMap(({ at, place }) => differences(asked[at], own[place]));
  const isSpaced = segment
    .slice(1)
    .some(({ at, place }) =>
      own[place - 1].unit === own[place].unit ? asked[at].before !== own[place].before : !asked[at].before,
    );
  if (isSpaced) found.push("spaces");
  const isUnstopped =
    !head.some((place) => isWord(own[place])) &&
    tail.length &&
    tail.every((place) => isSilent(own[place])) &&
    tail.some((place) => isStop(own[place]));
  if (isUnstopped || trimmed.some(({ at }) => isStop(asked[at]))) found.push("full_stop");
  return [...new Set(found)];
};

const worthOf = (some, note) => some.reduce((sum, token) => sum + note.worth(token), 0);

/** Whether a text may be of a note: whether that has enough of its words at all. */
export const isLikely = (text, note) => {
  const asked = joined(tokens(text), note.has);
  return worthOf(asked.filter(note.hasNearly), note) >= ENOUGH * worthOf(asked, note);
};

const judged = ({ steps, before, after }, { asked, frames }, text, note) => {
  const own = note.tokens;
  const said = steps.filter(isOfQuotation);
  const tokensOf = (some) => some.map(({ at }) => asked[at]);
  const worth = (some) => worthOf(tokensOf(some), note);
  if (!worth(said)) return []; // it has no word
  const isFound = ({ kind, at, place }) => kind === "same" || (kind === "changed" && isNearly(asked[at], own[place]));
  const share = worth(said.filter(isFound)) / worth(said);
  const [begin, end] = [asked[said[0].at].begin, asked[said.at(-1).at].end];
  const part = { begin, end, text: text.slice(begin, end), share };
  if (share < ENOUGH) return [{ ...part, verdict: "absent", segments: [] }];

  const [core, trimmed] = unframed(steps, frames, asked);
  const found = segmentsOf(core, own).filter((segment) => placesOf(segment).length);
  const surroundings = found.map((segment, number) =>
    around(segment, { before, after, isFirst: !number, isLast: number === found.length - 1 }, note),
  );
  const segments = found.map((segment, number) => ({
    units: [...new Set(placesOf(segment).map((place) => own[place].unit))].map((unit) => note.units[unit]),
    pieces: piecesOf(segment, surroundings[number], asked, own),
  }));
  const isLiteral = segments.length === 1 && segments[0].pieces.every(({ kind }) => kind === "same" || kind === "rest");
  if (!isLiteral) return [{ ...part, verdict: "altered", segments }];
  const [{ head, tail }] = surroundings;
  const isPart = [...head, ...tail].some((place) => isWord(own[place]));
  const written = named(found[0], trimmed, surroundings[0], asked, own);
  return [{ ...part, verdict: "literal", segments, isPart, differences: written }];
};

/**
 * Returns the parts of a quotation in their order: each with its `text`, its `verdict` ("literal", "altered" or
 * "absent"), how much of what its words are worth the note has (`share`), and the `segments` of the note that it is
 * from: each with its `units`, the texts that it goes through, and the `pieces` to show. A literal part has the names
 * of what is written differently (`differences`), and `isPart` where its sentence has more.
 */
export const compare = (text, note) => {
  const reading = align(text, note);
  return together(divided(reading, note), note.tokens).flatMap((part) => judged(part, reading, text, note));
};

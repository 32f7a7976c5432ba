/**
 * Reads a quotation as a copy of a text, as cheaply as it can be: word by word, where words may be left out, added and
 * changed, with leaps from one place to another. (Dynamic programming, as for the edit distance of Levenshtein.)
 */

import { isSame, tokens } from "./tokens.js";

/**
 * What it costs to leave out or add a word, to change one (a little more, so that what has nothing to do with the note
 * is added to it and not put in the place of its words), and to leap: within a sentence, and where one may end.
 */
const COST = { word: 1, change: 1.05, leap: 2.5, least: 0.01 };
/** What it costs to leap from or into the middle of a sentence, where a sentence or a line of the quotation ends. */
const EDGE = { sentence: 1, line: 0.6 };

/** Returns the last word or sign before a place that is no closing mark or bracket. */
const lastBefore = (all, place) => {
  let at = place - 1;
  while (at > 0 && (all[at].kind === "mark" || /^[\])]$/.test(all[at].key))) at -= 1;
  return all[at];
};

/**
 * Returns the texts of a note, ready to be compared with: their words and signs one after the other, where each of
 * them begins and ends, with what signs, which words they have, and how much one is worth, the more the rarer it is.
 */
export const prepare = (units) => {
  const all = [];
  const starts = [];
  const counts = new Map();
  for (const [unit, { text }] of units.entries()) {
    starts.push(all.length);
    const own = tokens(text);
    for (const key of new Set(own.map(({ key }) => key))) counts.set(key, (counts.get(key) ?? 0) + 1);
    for (const token of own) all.push({ ...token, unit });
  }
  const ends = [...starts.slice(1), all.length];
  const last = ends.map((end) => lastBefore(all, end)).filter((one) => one && one.kind !== "word");
  const closing = new Set([".", "!", "?", ...last.map(({ key }) => key)]);
  const worth = ({ kind, key }) => (kind === "word" ? Math.log(1 + units.length / (counts.get(key) ?? 0.5)) : 0);
  return { units, tokens: all, starts, ends, closing, worth, has: ({ key }) => counts.has(key) };
};

/** Whether an ellipsis tells that the quotation leaves something out: the note has none beside the same word or sign. */
const isCut = (asked, at, own) =>
  asked[at].kind === "ellipsis" &&
  !own.some(
    ({ kind }, place) =>
      kind === "ellipsis" &&
      [-1, 1].some((step) => asked[at + step] && own[place + step] && isSame(asked[at + step], own[place + step])),
  );

/**
 * Returns of each place between the words of a quotation what ends there: "sentence", "line", "quotation" (where
 * another one may begin), "cut" (where an ellipsis tells that something was left out), or nothing.
 */
const bordersOf = (asked, { closing, tokens: own }) => {
  const cuts = asked.map((_, at) => isCut(asked, at, own));
  const inside = asked.slice(1).map(({ before }, at) => {
    if (cuts[at] || cuts[at + 1]) return "cut";
    const lines = before.split(/\r\n|\r|\n/).length - 1;
    const isClosed = /\s/.test(before) && closing.has(lastBefore(asked, at + 1)?.key);
    if (lines > 1 || (lines && isClosed)) return "quotation";
    return isClosed ? "sentence" : lines && "line";
  });
  return ["quotation", ...inside, "quotation"];
};

/** Whether a number or letter before a sentence begins at a place: "1)". */
const isItem = ({ key }, next) => /^(?:\d{1,2}|\p{L})$/u.test(key) && /^[.)]$/.test(next?.key) && !next.before;

/** Returns of each word and sign of a quotation whether it only frames it: marks around it, its number, a full stop. */
const framesOf = (asked, borders) => {
  const frames = asked.map(({ kind }, at) => kind === "ellipsis" && [borders[at], borders[at + 1]].includes("cut"));
  const isFrame = (at) => frames[at] && asked[at].kind === "mark";
  for (const [at, token] of asked.entries()) {
    if (!borders[at] && !isFrame(at - 1)) continue;
    frames[at] ||= token.kind === "mark" || isItem(token, asked[at + 1]);
    frames[at + 1] ||= isItem(token, asked[at + 1]);
  }
  for (const [at, { kind, key }] of [...asked.entries()].reverse()) {
    if (borders[at + 1] || isFrame(at + 1)) frames[at] ||= kind === "mark" || key === ".";
  }
  return frames;
};

/** Returns of each place in the note what it costs to leave a sentence there, and to enter one, as shares of an edge. */
const edgesOf = ({ tokens: own, starts, ends }) => {
  const [leave, enter] = [new Float64Array(own.length + 1).fill(1), new Float64Array(own.length + 1).fill(1)];
  for (const start of starts) {
    enter[start] = 0;
    for (let at = start; own[at]?.kind === "mark"; at += 1) enter[at + 1] = 0;
  }
  for (const end of ends) {
    leave[end] = 0;
    for (let at = end - 1; at > 0 && (own[at].key === "." || own[at].kind === "mark"); at -= 1) leave[at] = 0;
  }
  return { leave, enter };
};

/** The kinds of steps, as they are kept for each place. */
const STEPS = ["same", "changed", "added", "left", "leap"];
const [SAME, CHANGED, ADDED, LEFT, LEAP] = STEPS.keys();

/** Returns what it costs to read a word or sign of the quotation as each of those of the note. */
const changesOf = (token, own) =>
  Float64Array.from(own, (other) => {
    if (isSame(token, other)) return 0;
    return (token.kind === "word") === (other.kind === "word") ? COST.change : Number.POSITIVE_INFINITY;
  });

/** Returns the costs after one more word of the quotation, and the step that led to each place of the note. */
const advance = (costs, changes, extra) => {
  const next = costs.map((cost) => cost + extra);
  const steps = new Uint8Array(costs.length).fill(ADDED);
  for (let at = 0; at < changes.length; at += 1) {
    const cost = costs[at] + changes[at];
    if (cost > next[at + 1]) continue;
    next[at + 1] = cost;
    steps[at + 1] = changes[at] ? CHANGED : SAME;
  }
  return { costs: next, steps };
};

/** Adds the leaps at a place of the quotation to what is known of it; returns from which place they are made. */
const leap = ({ costs, steps }, border, { leave, enter }) => {
  const edge = EDGE[border] ?? 0;
  let from = 0;
  for (let at = 1; at < costs.length; at += 1) {
    if (costs[at] + edge * leave[at] < costs[from] + edge * leave[from]) from = at;
  }
  const least = costs[from] + edge * leave[from] + (border ? COST.least : COST.leap);
  for (let at = 0; at < costs.length; at += 1) {
    const cost = least + edge * enter[at];
    if (cost >= costs[at]) continue;
    costs[at] = cost;
    steps[at] = LEAP;
  }
  return from;
};

const leaveOut = ({ costs, steps }) => {
  for (let at = 1; at < costs.length; at += 1) {
    if (costs[at - 1] + COST.word >= costs[at]) continue;
    costs[at] = costs[at - 1] + COST.word;
    steps[at] = LEFT;
  }
};

/**
 * Returns how a quotation is read as a copy of a note: its words (`asked`), what ends before each (`borders`), which of
 * them only frame it (`frames`), and the way: steps with their `kind` (STEPS), and their places in both.
 */
export const align = (text, note) => {
  const asked = tokens(text);
  const borders = bordersOf(asked, note);
  const frames = framesOf(asked, borders);
  const edges = edgesOf(note);
  const changes = new Map();
  const rows = [];
  let costs = new Float64Array(note.tokens.length + 1);
  for (const [at, token] of asked.entries()) {
    if (!changes.has(token.seen)) changes.set(token.seen, changesOf(token, note.tokens));
    const row = advance(costs, changes.get(token.seen), frames[at] ? COST.least : COST.word);
    if (at + 1 < asked.length) {
      row.from = leap(row, borders[at + 1], edges);
      leaveOut(row);
    }
    rows.push(row);
    costs = row.costs;
  }
  return { asked, borders, frames, way: trace(rows, costs.indexOf(Math.min(...costs))) };
};

const trace = (rows, last) => {
  const way = [];
  let place = last;
  for (let at = rows.length; at > 0; ) {
    const { steps, from } = rows[at - 1];
    const kind = steps[place];
    if (kind === LEAP) {
      way.push({ kind: "leap", at, place });
      place = from;
      continue;
    }
    if (kind !== LEFT) at -= 1;
    if (kind !== ADDED) place -= 1;
    way.push({ kind: STEPS[kind], at, place });
  }
  return way.reverse();
};

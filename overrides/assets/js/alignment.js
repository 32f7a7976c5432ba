/**
 * Reads a quotation as a copy of a text, as cheaply as it can be: word by word, where words may be left out, added and
 * changed, with leaps from one place to another. (Dynamic programming, as for the edit distance of Levenshtein.)
 */

import { plain } from "./matching.js";
import { isNearly, isSame, joined, tokens } from "./tokens.js";

/**
 * What it costs to leave out or add a word; to change one, or only its accents; to leap within a sentence, and where
 * one may end, from or into the middle (`edge`) of a sentence of the note; and how much more to add a word there.
 */
const COST = { word: 1, change: 1.005, accents: 0.5, leap: 5, least: 0.01, edge: 1, inside: 0.01 };

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
  const plains = new Set();
  for (const [unit, { text }] of units.entries()) {
    starts.push(all.length);
    const own = tokens(text);
    for (const key of new Set(own.map(({ key }) => key))) counts.set(key, (counts.get(key) ?? 0) + 1);
    for (const { kind, seen } of own) if (kind === "word") plains.add(plain(seen));
    for (const token of own) all.push({ ...token, unit });
  }
  const ends = [...starts.slice(1), all.length];
  const last = ends.map((end) => lastBefore(all, end)).filter((one) => one && one.kind !== "word");
  const closing = new Set([".", "!", "?", ...last.map(({ key }) => key)]);
  const worth = ({ kind, key }) => (kind === "word" ? Math.log(1 + units.length / (counts.get(key) ?? 0.5)) : 0);
  const has = ({ key }) => counts.has(key);
  const hasNearly = (token) => has(token) || plains.has(plain(token.seen));
  return { units, tokens: all, starts, ends, closing, worth, has, hasNearly };
};

/** Whether an ellipsis tells that the quotation leaves something out: the note has none beside the same words. */
const isCut = (asked, at, own) => {
  if (asked[at].kind !== "ellipsis") return false;
  if (/^[[(]/.test(asked[at].raw)) return true;
  const words = [-1, 1].filter((step) => asked[at + step]?.kind === "word");
  const isAlike = (place) => words.every((step) => own[place + step] && isSame(asked[at + step], own[place + step]));
  return !words.length || !own.some(({ kind }, place) => kind === "ellipsis" && isAlike(place));
};

/** Whether a number or letter before a sentence begins at a place: "1)", "1.". */
const isItem = (token, next) => /^(?:\d{1,2}|\p{L})$/u.test(token?.key) && /^[.)]$/.test(next?.key) && !next.before;

/** Whether a number stands before a text, or alone in its line. */
const isNumber = ({ key }, next) =>
  /^\d{1,3}$/.test(key) && (!next || /\n/.test(next.before) || (/\s/.test(next.before) && /^\p{Lu}/u.test(next.seen)));

/**
 * Returns of each place between the words of a quotation what ends there: "sentence", "line", "quotation" (where
 * another one may begin), "cut" (where an ellipsis tells that something was left out), or nothing.
 */
const bordersOf = (asked, { closing, tokens: own }) => {
  const borders = ["quotation"];
  const border = (at) => {
    if (isCut(asked, at, own) || isCut(asked, at - 1, own)) return "cut";
    if (borders[at - 2] && isItem(asked[at - 2], asked[at - 1])) return "";
    const lines = asked[at].before.split(/\r\n|\r|\n/).length - 1;
    const isClosed = /\s/.test(asked[at].before) && closing.has(lastBefore(asked, at)?.key);
    if (lines > 1 || (lines && isClosed)) return "quotation";
    return isClosed ? "sentence" : lines && "line";
  };
  for (let at = 1; at < asked.length; at += 1) borders.push(border(at));
  return [...borders, "quotation"];
};

/** Returns of each word and sign of a quotation whether it only frames it: marks around it, its number, a full stop. */
const framesOf = (asked, borders) => {
  const frames = asked.map(({ kind }, at) => kind === "ellipsis" && [borders[at], borders[at + 1]].includes("cut"));
  const isMark = (at) => frames[at] && (asked[at].kind === "mark" || asked[at].key === ".");
  for (const [at, token] of asked.entries()) {
    const next = asked[at + 1];
    if (!borders[at] && !isMark(at - 1)) continue;
    frames[at] ||= token.kind === "mark" || isItem(token, next) || isNumber(token, next);
    if (isItem(token, next)) frames[at + 1] = true;
  }
  for (const [at, { kind, key }] of [...asked.entries()].reverse()) {
    if (borders[at + 1] || isMark(at + 1)) frames[at] ||= kind === "mark" || key === ".";
  }
  return frames;
};

/** Returns of each place in the note what it costs to leave a sentence there, and to enter one, as shares of an edge. */
const edgesOf = ({ tokens: own, starts, ends }) => {
  const [leave, enter, inside] = [1, 1, COST.inside].map((cost) => new Float64Array(own.length + 1).fill(cost));
  for (const place of [...starts, ...ends]) inside[place] = 0;
  for (const start of starts) {
    enter[start] = 0;
    for (let at = start; own[at]?.kind === "mark"; at += 1) enter[at + 1] = 0;
  }
  for (const end of ends) {
    leave[end] = 0;
    for (let at = end - 1; at > 0 && (own[at].key === "." || own[at].kind === "mark"); at -= 1) leave[at] = 0;
  }
  return { leave, enter, inside };
};

/** The kinds of steps, as they are kept for each place. */
const STEPS = ["same", "changed", "added", "left", "leap"];
const [SAME, CHANGED, ADDED, LEFT, LEAP] = STEPS.keys();

/** Returns what it costs to read a word or sign of the quotation as each of those of the note. */
const changesOf = (token, own) =>
  Float64Array.from(own, (other) => {
    if (isSame(token, other)) return 0;
    if (isNearly(token, other)) return COST.accents;
    return (token.kind === "word") === (other.kind === "word") ? COST.change : Number.POSITIVE_INFINITY;
  });

/** Returns the costs after one more word of the quotation, and the step that led to each place of the note. */
const advance = (costs, changes, extra, { inside }) => {
  const next = costs.map((cost, at) => cost + extra * (1 + inside[at]));
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
  const edge = ["sentence", "line"].includes(border) ? COST.edge : 0;
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
  const asked = joined(tokens(text), note.has);
  const borders = bordersOf(asked, note);
  const frames = framesOf(asked, borders);
  const edges = edgesOf(note);
  const changes = new Map();
  const rows = [];
  let costs = new Float64Array(note.tokens.length + 1);
  for (const [at, token] of asked.entries()) {
    if (!changes.has(token.seen)) changes.set(token.seen, changesOf(token, note.tokens));
    const row = advance(costs, changes.get(token.seen), frames[at] ? COST.least : COST.word, edges);
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

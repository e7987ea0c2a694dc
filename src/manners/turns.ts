/**
 * Whose turn it is: of the prompts whose trigger has come, the first that no rule refuses and nothing stands in the way of. One
 * speaks at a time. What is refused is dropped; what only meets an obstacle waits, and is judged anew when its turn comes.
 */
import type { Memory, Notes, Past } from './memory.js';
import { isUnasked, refusal, rules, type Asks, type Moment, type Place, type RuleName } from './rules.js';
import { visitAt, type Visit } from './visit.js';

/** A prompt, as far as turns go. */
export interface Speaker {
  /** The triggers, as the page wrote them. */
  trigger?: string | undefined;
  /** Another page was come to: its triggers begin anew. */
  arm(): void;
  /** Asked anew each time: a page changes its attributes. */
  asks(): Asks;
  /** What stands in its way, in one word. */
  obstacle(trigger: string): string | undefined;
  appear(): void;
  /** Steps back for something that has come over it, where `visible` is false. */
  setVisible(visible: boolean): void;
  /** Tells the page. */
  emit(name: 'suppressed', detail: { reason: RuleName }): unknown;
}

/** Who has the word, by which trigger, and in one word why it has stepped back, if it has. */
export interface Speaking {
  speaker: Speaker;
  trigger: string;
  back?: string | undefined;
}

/** What turns know of the world. */
export interface World {
  memory: Memory;
  /** The page as it is now, and the shop that it is of. */
  place: () => Place & { source: string };
  /** Runs `task` while no other tab may; where another tab is at it, not at all. */
  alone: (task: () => void) => void;
}

export type Turns = ReturnType<typeof turnsIn>;

/** When what was shown is noted again, in milliseconds: while no other tab may speak. */
const NOTED_AGAIN_AFTER = 900;

/** How often a prompt that waits is looked at again. */
const LOOK_EVERY = 1e3;

export function turnsIn({ memory, place, alone }: World) {
  const speakers = new Set<Speaker>();
  /** Whose trigger has come, and which. */
  const waiting = new Map<Speaker, string>();
  /** Who was spoken over waits below. */
  const speaking: Speaking[] = [];
  let alarm: ReturnType<typeof setTimeout> | undefined;

  const keyOf = (speaker: Speaker): string => `${place().source} ${speaker.asks().name}`;

  function momentOf(speaker: Speaker, trigger = waiting.get(speaker) ?? ''): Moment {
    const now = Date.now();
    const notes = memory.read();
    const visit = visitAt(now, notes.visit);
    return { ...place(), now, trigger, visit, past: notes.past?.[keyOf(speaker)] ?? {} };
  }

  /** Whether `speaker` may speak, now or with some patience; who may not is told so, and dropped. */
  function mayStill(speaker: Speaker): boolean {
    const rule = refusal(speaker.asks(), momentOf(speaker));
    if (rule && rule !== 'first-seconds') {
      waiting.delete(speaker);
      speaker.emit('suppressed', { reason: rule });
    }
    return !rule;
  }

  /** Somebody or something stirs. */
  function stir(change: (notes: Notes, visit: Visit, now: number) => void = () => {}): void {
    const now = Date.now();
    memory.note((notes) => change(notes, (notes.visit = visitAt(now, notes.visit)), now));
  }

  function noteDown(speaker: Speaker, what: keyof Past, unasked?: boolean): void {
    const key = keyOf(speaker);
    stir((notes, visit, now) => {
      notes.past = { ...notes.past, [key]: { ...notes.past?.[key], [what]: now } };
      if (unasked) visit.spoke = speaker.asks().name;
    });
  }

  /** Lets who has the word step back for what `back` names, or come back. */
  function turn(one: Speaking | undefined, back?: string): void {
    if (!one || one.back === back) return;
    one.back = back;
    if (back) one.speaker.setVisible(false);
    else one.speaker.appear();
  }

  function begin(speaker: Speaker, trigger: string): void {
    waiting.delete(speaker);
    turn(speaking.at(-1), 'turn');
    const one = { speaker, trigger };
    speaking.push(one);
    const note = () => noteDown(speaker, 'shown', isUnasked(one));
    note();
    // A tab that did not know of it yet may write over it.
    setTimeout(note, NOTED_AGAIN_AFTER);
    speaker.appear();
  }

  function next(): Speaker | undefined {
    const shown = (speaker: Speaker): number => momentOf(speaker).past.shown ?? 0;
    return [...waiting.keys()]
      .filter((speaker) => mayStill(speaker) && !speaker.obstacle(waiting.get(speaker)!))
      .sort((a, b) => b.asks().priority - a.asks().priority || shown(a) - shown(b))[0];
  }

  /** Looks whose turn it is, and again as long as somebody waits. */
  function look(): void {
    const speaker = !speaking[0] && next();
    if (speaker)
      alone(() => {
        // Another tab may have spoken meanwhile, or this one.
        if (!speaking[0] && next() === speaker) begin(speaker, waiting.get(speaker)!);
      });
    if (waiting.size) lookSoon(LOOK_EVERY);
  }

  /** Looks when everybody who speaks up in the same moment has, or later. */
  function lookSoon(wait?: number): void {
    clearTimeout(alarm);
    alarm = setTimeout(look, wait);
  }

  /** Says no more. */
  function end(speaker: Speaker): void {
    waiting.delete(speaker);
    const at = speaking.findIndex((one) => one.speaker === speaker);
    if (at >= 0) speaking.splice(at, 1);
    lookSoon();
  }

  return {
    rules,
    speakers,
    waiting,
    speaking,
    momentOf,
    stir,
    turn,
    noteDown,
    end,
    /** It has gone from the page. */
    leave(speaker: Speaker): void {
      speakers.delete(speaker);
      end(speaker);
    },
    /** Its trigger has come. */
    wish(speaker: Speaker, trigger: string): void {
      if (speaking.some((one) => one.speaker === speaker)) return;
      // A visit draws once, and so must be under way.
      stir();
      // What came first counts, but for what was asked for.
      if (!waiting.has(speaker) || !isUnasked({ trigger })) waiting.set(speaker, trigger);
      lookSoon();
    },
    /** The shop shows it: no rule is asked. */
    show(speaker: Speaker): void {
      if (speaking.at(-1)?.speaker === speaker) return;
      end(speaker);
      begin(speaker, 'show');
    },
    /** Pages were come to, the last of them just now; what waited was about the one before. */
    arrive(arrivals: number[]): void {
      waiting.clear();
      memory.note((notes) => {
        // Another tab may have been seen since.
        for (const at of arrivals) notes.visit = visitAt(Math.max(at, notes.visit?.seenAt ?? 0), notes.visit, 1);
      });
      speakers.forEach((speaker) => speaker.arm());
      lookSoon();
    },
  };
}

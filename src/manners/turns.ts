/**
 * Whose turn it is: of the prompts whose trigger has come, the first that no rule refuses and nothing stands in the way of. One
 * speaks at a time. What is refused is dropped; what only meets an obstacle waits, and is judged anew when its turn comes.
 */
import type { Memory, Past } from './memory.js';
import { isOutOfPlace, isUnasked, refusal, type Asks, type Moment, type RuleName } from './rules.js';
import { landed, visitAt } from './visit.js';

/** A prompt, as far as turns go. */
export interface Speaker {
  /** The triggers, as the page wrote them. */
  trigger?: string | undefined;
  /** Another page was come to: its triggers begin anew. */
  arm(): void;
  /** Asked anew each time: a page changes its attributes. */
  asks(): Asks;
  /** What stands in its way, in one word; while it speaks only what has come since. */
  obstacle(trigger: string): string | undefined;
  appear(): void;
  /** Steps back for something that has come over it. */
  stepBack(): void;
  suppressed(rule: RuleName): void;
}

/** What turns know of the world. */
export interface World {
  memory: Memory;
  source(): string;
  now(): number;
  random(): number;
  path(): string;
  quietPages(): readonly string[];
  savesData(): boolean;
  /** Runs `task` while no other tab may; where another tab is at it, not at all. */
  alone(task: () => void): void;
}

export type Turns = ReturnType<typeof turnsIn>;

/** How often a prompt that waits is looked at again, and one that speaks for what has come over it. */
const LOOK_EVERY = 1e3;

export function turnsIn(world: World) {
  const speakers = new Set<Speaker>();
  /** Whose trigger has come, and which. */
  const waiting = new Map<Speaker, string>();
  /** Who speaks; who was spoken over waits below. */
  const speaking: { speaker: Speaker; trigger: string; isBack: boolean }[] = [];
  let alarm: ReturnType<typeof setTimeout> | undefined;

  const keyOf = (speaker: Speaker): string => `${world.source()} ${speaker.asks().name}`;

  function momentOf(speaker: Speaker, trigger = waiting.get(speaker) ?? ''): Moment {
    const now = world.now();
    const { name, sample } = speaker.asks();
    const draw = sample < 1 && visitAt(now, world.memory.read().visit).drawn[name] === undefined;
    const { visit, past } = draw
      ? world.memory.note((notes) => {
          const under = visitAt(now, notes.visit);
          notes.visit = { ...under, drawn: { ...under.drawn, [name]: world.random() } };
          return notes;
        })
      : world.memory.read();
    return {
      now,
      trigger,
      path: world.path(),
      quietPages: world.quietPages(),
      savesData: world.savesData(),
      visit: visitAt(now, visit),
      past: past[keyOf(speaker)] ?? {},
    };
  }

  /** Whether `speaker` may speak, now or with some patience; who may not is told so, and dropped. */
  function mayStill(speaker: Speaker): boolean {
    const rule = refusal(speaker.asks(), momentOf(speaker));
    if (!rule) return true;
    if (rule !== 'first-seconds') {
      waiting.delete(speaker);
      speaker.suppressed(rule);
    }
    return false;
  }

  function noteDown(speaker: Speaker, what: keyof Past, unasked?: boolean): void {
    const now = world.now();
    const key = keyOf(speaker);
    world.memory.note((notes) => {
      notes.past[key] = { ...notes.past[key], [what]: now };
      notes.visit = visitAt(now, notes.visit);
      if (unasked) notes.visit.spoke = speaker.asks().name;
    });
  }

  function begin(speaker: Speaker, trigger: string): void {
    waiting.delete(speaker);
    const above = speaking.at(-1);
    if (above && !above.isBack) above.speaker.stepBack();
    if (above) above.isBack = true;
    speaking.push({ speaker, trigger, isBack: false });
    noteDown(speaker, 'shown', isUnasked(trigger));
    speaker.appear();
    lookSoon();
  }

  /** Lets the one who speaks step back for what has come over it, and come back. */
  function seeToSpeaking(): void {
    const last = speaking.at(-1)!;
    const { speaker, trigger } = last;
    const isBack = !!speaker.obstacle('speaking') || isOutOfPlace(speaker.asks(), momentOf(speaker, trigger));
    if (isBack === last.isBack) return;
    last.isBack = isBack;
    speaker[isBack ? 'stepBack' : 'appear']();
  }

  function next(): Speaker | undefined {
    const shown = ({ past: { shown = 0 } }: Moment): number => shown;
    return [...waiting.keys()]
      .filter(mayStill)
      .map((speaker) => ({ speaker, priority: speaker.asks().priority, shown: shown(momentOf(speaker)) }))
      .sort((a, b) => b.priority - a.priority || a.shown - b.shown)
      .find(({ speaker }) => !speaker.obstacle(waiting.get(speaker)!))?.speaker;
  }

  /** Looks whose turn it is, and again as long as there is somebody to look after. */
  function look(): void {
    clearTimeout(alarm);
    if (speaking[0]) seeToSpeaking();
    else if (next())
      world.alone(() => {
        // Another tab may have spoken meanwhile.
        const speaker = speaking[0] ? undefined : next();
        if (speaker) begin(speaker, waiting.get(speaker)!);
      });
    if (speaking[0] ?? waiting.size) alarm = setTimeout(look, LOOK_EVERY);
  }

  /** Looks when everybody who speaks up in the same moment has. */
  function lookSoon(): void {
    clearTimeout(alarm);
    alarm = setTimeout(look);
  }

  function leave(speaker: Speaker): void {
    speakers.delete(speaker);
    waiting.delete(speaker);
    const at = speaking.findIndex((one) => one.speaker === speaker);
    if (at >= 0) speaking.splice(at, 1);
    lookSoon();
  }

  return {
    speakers,
    waiting,
    speaking,
    momentOf,
    look,
    /** It has gone from the page, and says no more. */
    leave,
    /** Its trigger has come. */
    wish(speaker: Speaker, trigger: string): void {
      if (speaking.some((one) => one.speaker === speaker)) return;
      waiting.set(speaker, trigger);
      lookSoon();
    },
    /** The shop shows it: no rule is asked. */
    show(speaker: Speaker): void {
      if (speaking.at(-1)?.speaker === speaker) return;
      leave(speaker);
      speakers.add(speaker);
      begin(speaker, 'show');
    },
    /** It has closed, with an answer or without; of neither, nothing is remembered. */
    closed(speaker: Speaker, what?: 'answered' | 'dismissed'): void {
      if (what) noteDown(speaker, what);
      leave(speaker);
      speakers.add(speaker);
    },
    /** Pages were come to, the last of them just now; what waited was about the one before. */
    arrive(arrivals: readonly number[] = [world.now()]): void {
      waiting.clear();
      world.memory.note((notes) => {
        for (const at of arrivals) notes.visit = landed(notes.visit, at);
      });
      speakers.forEach((speaker) => speaker.arm());
      lookSoon();
    },
    /** Somebody stirs. */
    stir(): void {
      world.memory.note((notes) => {
        notes.visit = visitAt(world.now(), notes.visit);
      });
    },
  };
}

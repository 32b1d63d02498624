import { useEffect, useRef } from 'react';
import { isTextField, keyOf, normalKey } from './keys.ts';

/** Does something; `false` says “not mine”, and the key goes on to whoever registered it before. */
export type KeyHandler = (event: KeyboardEvent) => unknown;

export interface KeyOptions {
  /** Also while a text field has focus (plain keys, Shift combinations, and Ctrl combinations that edit text). */
  inFields?: boolean;
  /** Also while a dialog or menu is open; for the keys of that dialog itself. */
  inDialogs?: boolean;
  enabled?: boolean;
  /** Keys of the frame around the screens: every screen is asked first. */
  frame?: boolean;
  /** Until this says true the keys wait, and all that are pressed after them: what they are about is not on the screen yet. */
  ready?: () => boolean;
}

interface Registration {
  keys: ReadonlyMap<string, KeyHandler>;
  options: KeyOptions;
}

/** Newest last: what was mounted later is asked first. */
const registrations: Registration[] = [];
/** Combinations that every text field uses itself. */
const EDITING = new Set([
  'Ctrl+z',
  'Ctrl+Shift+z',
  'Ctrl+y',
  'Ctrl+a',
  'Ctrl+c',
  'Ctrl+x',
  'Ctrl+v',
  'Ctrl+ArrowLeft',
  'Ctrl+ArrowRight',
  'Ctrl+Backspace',
  'Ctrl+Delete',
  'Ctrl+Home',
  'Ctrl+End',
]);

const inPopover = (target: EventTarget | null) => target instanceof Element && target.closest('[role="dialog"]') !== null;
const modalOpen = () => document.querySelector('dialog[open], [role="menu"]') !== null;

/** Pressed and not done yet, in their order. */
const waiting: { event: KeyboardEvent; since: number }[] = [];
/** Milliseconds that a key waits at the longest. */
const longest = 2_000;
/** Of the keys that waited one has been done: a field that has the focus now was opened by it. */
let begun = false;

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  if (waiting.length === 0 || isTextField(event.target)) press(event);
  else wait(event);
}

/** What waits was pressed before this key, and reaches the field before it. */
function beforeKeyDown(event: KeyboardEvent): void {
  if (waiting.length > 0 && isTextField(event.target)) void intoField();
}

function wait(event: KeyboardEvent): void {
  event.preventDefault();
  waiting.push({ event, since: performance.now() });
  if (waiting.length === 1) requestAnimationFrame(goOn);
}

/** Does what waits, until something has to wait further. */
function goOn(): void {
  const [first] = waiting;
  if (!first) return;
  if (isTextField(document.activeElement)) void intoField();
  else if (press(first.event, performance.now() - first.since > longest)) {
    waiting.shift();
    begun = waiting.length > 0;
  }
  if (waiting.length > 0) requestAnimationFrame(goOn);
}

/** Whoever pressed the key that opened a field meant the next ones for it. In a field gone to by hand meanwhile nothing is typed. */
async function intoField(): Promise<void> {
  const keys = waiting.splice(0);
  const typed = begun;
  begun = false;
  if (!typed) return;
  for (const { event } of keys) {
    typeInto(document.activeElement, event);
    // The field draws what this key did before it hears the next one.
    await null;
  }
}

/** The field hears the key as if it had had the focus already; what it leaves alone is typed. */
function typeInto(field: Element | null, { key, code, ctrlKey, altKey, shiftKey, metaKey }: KeyboardEvent): void {
  const free = field?.dispatchEvent(new KeyboardEvent('keydown', { key, code, ctrlKey, altKey, shiftKey, metaKey, bubbles: true, cancelable: true }));
  if (!free || ctrlKey || metaKey) return;
  // Deprecated, and the only way of typing that the field's own undo knows of.
  if (key === 'Backspace') document.execCommand('delete');
  else if ([...key].length === 1) document.execCommand('insertText', false, key);
}

/** Gives the key to whoever wants it; false where that one is not ready yet, and the key waits. */
function press(event: KeyboardEvent, now = false): boolean {
  const pressed = keyOf(event);
  const inField = isTextField(event.target);
  const plain = !(event.ctrlKey || event.metaKey || event.altKey || /^F\d/.test(event.key));
  const belongsToField = inField && (plain || EDITING.has(pressed));
  const elsewhere = modalOpen() || (plain && inPopover(event.target));
  for (const { keys, options } of registrations.toReversed()) {
    const handler = keys.get(pressed);
    if (!handler || options.enabled === false || (belongsToField && !options.inFields) || (elsewhere && !options.inDialogs)) continue;
    if (!now && options.ready?.() === false) {
      if (waiting[0]?.event !== event) wait(event);
      return false;
    }
    if (handler(event) === false) continue;
    event.preventDefault();
    return true;
  }
  return true;
}

/**
 * Keys of a screen while it is mounted: `useKeys({ j: next, 'Shift+ArrowRight': grow, 'Ctrl+j': note })`. Plain keys never
 * fire in a text field, and nothing fires while a dialog or menu is open, unless the options say so.
 */
export function useKeys(keys: Readonly<Record<string, KeyHandler>>, options: KeyOptions = {}): void {
  const registration = useRef<Registration>({ keys: new Map(), options });

  // Every render may bring new closures; the registration itself stays where it is in the order.
  useEffect(() => {
    registration.current.keys = new Map(Object.entries(keys).map(([key, handler]) => [normalKey(key), handler]));
    registration.current.options = options;
  });

  useEffect(() => {
    const mine = registration.current;
    if (mine.options.frame) registrations.unshift(mine);
    else registrations.push(mine);
    if (registrations.length === 1) {
      document.addEventListener('keydown', beforeKeyDown, true);
      document.addEventListener('keydown', onKeyDown);
    }
    return () => {
      registrations.splice(registrations.indexOf(mine), 1);
      if (registrations.length > 0) return;
      document.removeEventListener('keydown', beforeKeyDown, true);
      document.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}

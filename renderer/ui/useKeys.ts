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

function onKeyDown(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const pressed = keyOf(event);
  const inField = isTextField(event.target);
  const plain = !(event.ctrlKey || event.metaKey || event.altKey || /^F\d/.test(event.key));
  const belongsToField = inField && (plain || EDITING.has(pressed));
  const elsewhere = modalOpen() || (plain && inPopover(event.target));
  for (const { keys, options } of registrations.toReversed()) {
    const handler = keys.get(pressed);
    if (!handler || options.enabled === false || (belongsToField && !options.inFields) || (elsewhere && !options.inDialogs)) continue;
    if (handler(event) === false) continue;
    event.preventDefault();
    return;
  }
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
    if (registrations.length === 1) document.addEventListener('keydown', onKeyDown);
    return () => {
      registrations.splice(registrations.indexOf(mine), 1);
      if (registrations.length === 0) document.removeEventListener('keydown', onKeyDown);
    };
  }, []);
}

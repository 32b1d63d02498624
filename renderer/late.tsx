import { type ComponentType, useEffect, useState } from 'react';

type Loaded = { default: ComponentType };
export interface Late {
  (): React.ReactNode;
  /** Fetches the code before it is shown. */
  preload: () => void;
}

/** A screen in a file of its own. Like React.lazy, but shown the moment it is here: React holds back what follows a fallback for 300 ms. */
export function late(load: () => Promise<Loaded>): Late {
  let Here: ComponentType | undefined;
  let coming: Promise<void> | undefined;
  const fetched = () => (coming ??= load().then((module) => { Here = module.default; }));
  function Screen() {
    const [, arrived] = useState(false);
    useEffect(() => {
      // A screen that cannot be fetched is thrown where an error of the screen itself would be.
      if (!Here) fetched().then(() => arrived(true), (error) => arrived(() => { throw error; }));
    }, []);
    return Here ? <Here /> : null;
  }
  return Object.assign(Screen, { preload: () => void fetched().catch(() => undefined) });
}

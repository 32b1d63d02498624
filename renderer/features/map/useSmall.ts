import { useEffect, useState } from 'react';
import { useSettings } from '../../state/settings.ts';

/** The small window of the design, or large text in a larger one: words give way to icons. */
export function useSmall(): boolean {
  const query = useSettings((settings) => `(max-width: ${Math.round(12.39 * settings.textSize)}px)`);
  const [small, setSmall] = useState(() => window.matchMedia(query).matches);
  useEffect(() => {
    const media = window.matchMedia(query);
    const change = () => setSmall(media.matches);
    change();
    media.addEventListener('change', change);
    return () => media.removeEventListener('change', change);
  }, [query]);
  return small;
}

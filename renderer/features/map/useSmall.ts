import { useEffect, useState } from 'react';

const query = '(max-width: 1239px)';

/** The small window of the design, in which words give way to icons. */
export function useSmall(): boolean {
  const [small, setSmall] = useState(() => window.matchMedia(query).matches);
  useEffect(() => {
    const media = window.matchMedia(query);
    const change = () => setSmall(media.matches);
    media.addEventListener('change', change);
    return () => media.removeEventListener('change', change);
  }, []);
  return small;
}

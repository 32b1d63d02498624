import { useEffect, useState } from 'react';

/** An SVG picture, shown as an image: nothing inside it can run or reach out. */
export function Picture({ svg, title }: { svg: string; title: string }) {
  const [address, setAddress] = useState('');
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [svg]);
  return address ? <img className="rp-picture" src={address} alt={title} /> : null;
}

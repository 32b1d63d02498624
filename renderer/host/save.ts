import type { MadeFile } from '../../shared/contract/exchange.ts';

/** Hands a made file to the host's download: no path ever reaches the page. */
export function save(file: MadeFile): void {
  const bytes = Uint8Array.from(atob(file.bytes), (character) => character.charCodeAt(0));
  const address = URL.createObjectURL(new Blob([bytes], { type: file.mime }));
  const link = document.createElement('a');
  link.href = address;
  link.download = file.fileName;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

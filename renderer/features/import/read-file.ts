import { getHost } from '../../host/index.ts';

/** A chosen file, ready to be sent to the core. */
export interface ChosenFile {
  fileName: string;
  bytes: Uint8Array;
}

/** Rejects with a sentence where the file cannot be read (moved, no permission). */
export const readFile = (file: File): Promise<ChosenFile> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve({ fileName: file.name, bytes: new Uint8Array(reader.result as ArrayBuffer) });
    reader.onerror = () => reject(new Error(`“${file.name}” could not be read. It may have been moved, or be open in another program.`));
    reader.readAsArrayBuffer(file);
  });

/** Lets the host go of files that were replaced, or whose screen was left; it is given them again where they are needed after all. */
export function forgetFiles(files: readonly ChosenFile[]): void {
  for (const { bytes } of files) getHost().forget?.(bytes);
}

/** What was copied, as a file: cells of a spreadsheet are separated by tabs; other text is a table or a document, as its content decides. */
export const pastedFile = (text: string): File =>
  /\t/.test(text) ? new File([text], 'Pasted table.tsv', { type: 'text/tab-separated-values' }) : new File([text], 'Pasted text', { type: 'text/plain' });

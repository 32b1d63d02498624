/** A chosen file, ready to be sent to the core. */
export interface ChosenFile {
  fileName: string;
  bytes: string;
}

/** Rejects with a sentence where the file cannot be read (moved, no permission). */
export const readFile = (file: File): Promise<ChosenFile> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve({ fileName: file.name, bytes: String(reader.result).replace(/^[^,]*,/, '') });
    reader.onerror = () => reject(new Error(`“${file.name}” could not be read. It may have been moved, or be open in another program.`));
    reader.readAsDataURL(file);
  });

/** Cells copied from a spreadsheet, as a file of tab-separated text. */
export const pastedFile = (text: string): File => new File([text], 'Pasted table.tsv', { type: 'text/tab-separated-values' });

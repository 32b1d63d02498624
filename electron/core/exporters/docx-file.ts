import type { Doc } from '../../../shared/report/model.ts';
import { docxMime, type Made } from './exporter.ts';

/** A document as a Word file. The library is loaded only here. */
export async function docxFile(doc: Doc): Promise<Made> {
  const { toDocx } = await import('./docx.ts');
  return { bytes: await toDocx(doc), mime: docxMime };
}

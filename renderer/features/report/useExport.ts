import { useState } from 'react';
import type { ExportFormat } from '../../../shared/contract/exchange.ts';
import { call } from '../../data/call.ts';
import { toast } from '../../ui/toast.ts';
import { save } from '../../host/save.ts';

/** Makes the file and hands it to the host's download. `making` is the ending under way, or null. */
export function useExport(format: ExportFormat, settings: Record<string, string>): { making: string | null; make: (ending: string) => Promise<void> } {
  const [making, setMaking] = useState<string | null>(null);
  const make = async (ending: string) => {
    if (making !== null) return;
    setMaking(ending);
    const result = await call('export.make', { format: format.format, ending, settings });
    setMaking(null);
    if (!result.ok) return toast({ text: result.error.message });
    save(result.value);
    toast({ text: `Made “${result.value.fileName}”.` });
  };
  return { making, make };
}

import type { WorkbenchOptions } from '../core/workbench.ts';

/** What the command line is run with; tests bring their own. */
export interface CliOptions extends Pick<WorkbenchOptions, 'version' | 'sample'> {
  /** Where results go (JSON), and where messages go. */
  stdout: (text: string) => void;
  stderr: (text: string) => void;
}

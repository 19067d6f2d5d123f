/** One download at a time: asked of the server, then handed to the browser under its own name. */
import { useRef, useState } from 'react';
import type { FormatId } from '../../../shared/protocol/formats.ts';
import { downloadWorkshop, type Problem } from '../../entry/workshops.ts';
import type { OpenedWorkshop } from '../../state/device.ts';

export type DownloadState =
  | { readonly kind: 'idle' }
  | { readonly kind: 'running'; readonly format: FormatId }
  | { readonly kind: 'done'; readonly name: string }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly problem: Problem };

export function useDownload(workshop: OpenedWorkshop) {
  const [state, setState] = useState<DownloadState>({ kind: 'idle' });
  const running = useRef<AbortController>(undefined);

  const run = async (format: FormatId, names: boolean) => {
    const controller = new AbortController();
    running.current = controller;
    setState({ kind: 'running', format });
    const file = await downloadWorkshop(workshop, { format, names }, controller.signal);
    running.current = undefined;
    if (controller.signal.aborted) return setState({ kind: 'cancelled' });
    if (!file.ok) return setState({ kind: 'failed', problem: file.error });
    saveFile(file.value.name, file.value.content);
    setState({ kind: 'done', name: file.value.name });
  };

  return {
    state,
    start: (format: FormatId, names: boolean): void => {
      if (!running.current) void run(format, names);
    },
    cancel: (): void => running.current?.abort(),
  };
}

function saveFile(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

/** A place for one file: chosen by a button, or dropped. */
import { Upload } from 'lucide-react';
import { type DragEvent, useRef, useState } from 'react';
import { Button } from '../../ui/button.tsx';
import './import.css';

export interface DropZoneProps {
  readonly label: string;
  /** Says that a file can be dropped; out of sight where there is no pointer to do it with. */
  readonly hint: string;
  /** As the browser's chooser takes it: `.json,application/json`. */
  readonly accept: string;
  readonly isMain?: boolean;
  readonly onFile: (file: File) => void;
}

export function DropZone({ label, hint, accept, isMain = false, onFile }: DropZoneProps) {
  const picker = useRef<HTMLInputElement>(null);
  const [hovered, setHovered] = useState(false);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file) onFile(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setHovered(false);
    take(event.dataTransfer.files);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button is the first
    <div
      className="import-drop"
      data-hovered={hovered}
      onDragOver={(event) => {
        event.preventDefault(); // without it the browser opens the file in place of the page
        setHovered(true);
      }}
      onDragLeave={() => setHovered(false)}
      onDrop={drop}
    >
      <Button
        variant={isMain ? 'primary' : 'outline'}
        icon={<Upload />}
        onClick={() => picker.current?.click()}
      >
        {label}
      </Button>
      <span className="import-hint">{hint}</span>
      <input
        ref={picker}
        hidden // the button above speaks for it
        type="file"
        accept={accept}
        onChange={(event) => {
          take(event.target.files);
          event.target.value = ''; // so that the same file, once mended, can be chosen again
        }}
      />
    </div>
  );
}

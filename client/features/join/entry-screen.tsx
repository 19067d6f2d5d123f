/** The way in, for a room to read from its back: the code in two groups, the link as a QR code. */
import { showCode } from '../../../shared/session/entry-code.ts';
import { accessWords } from '../../../shared/text/fr/access.ts';
import { useWords } from '../../state/words.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { QrCode } from '../../ui/qr-code.tsx';
import './links-dialog.css';

export interface EntryScreenProps {
  /** Null while entry is closed. */
  readonly code: string | null;
  /** For participants, when this device knows it. */
  readonly link?: string | undefined;
  readonly onClose: () => void;
}

export function EntryScreen({ code, link, onClose }: EntryScreenProps) {
  const access = useWords(accessWords);
  return (
    <Dialog full title={access.screenTitle} onClose={onClose}>
      <div className="entry-screen">
        {link && (
          <figure className="entry-screen-way">
            <QrCode text={link} label={access.qrLabel} />
            <figcaption>{access.screenScan}</figcaption>
          </figure>
        )}
        {code && (
          <div className="entry-screen-way">
            <p className="entry-screen-code">
              <span className="visually-hidden">{access.codeNow} </span>
              {showCode(code)}
            </p>
            <p>{access.screenType(location.host)}</p>
          </div>
        )}
      </div>
    </Dialog>
  );
}

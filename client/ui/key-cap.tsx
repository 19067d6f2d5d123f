/** A key as it looks on a keyboard. */
import './key-cap.css';

export const KeyCap = ({ children }: { readonly children: string }) => (
  <kbd className="key-cap">{children}</kbd>
);

/** Leaving on purpose: the person is forgotten on this device, and what they kept here goes too. */
import { useState } from 'react';
import { forgetPerson } from '../entry/workshops.ts';
import type { OpenedWorkshop } from '../state/device.ts';
import { useBoardClient } from '../state/hooks.ts';
import { forgetIdeas, hasKeptIdeas } from '../state/kept-ideas.ts';
import { useWords } from '../state/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog, DialogActions } from '../ui/dialog.tsx';
import { ownerIn } from './board-ideas.tsx';
import { goTo } from './routes.ts';

type Destination = 'door' | 'home';

export function useLeave(workshop: OpenedWorkshop) {
  const client = useBoardClient();
  const owner = ownerIn(workshop);
  const [asked, setAsked] = useState<Destination | undefined>(undefined);

  const leaveFor = (destination: Destination) => {
    void client.forget();
    if (owner) forgetIdeas(owner);
    forgetPerson(workshop);
    if (destination === 'home') goTo('/');
  };
  return {
    /** Where to, while the answer is awaited. */
    asked,
    /** Leaves at once when all is saved; asks first when something would be lost. */
    ask: (destination: Destination): void => {
      const now = client.stores.connection.getState();
      const isSaved = now.state === 'live' && !now.unsaved && !(owner && hasKeptIdeas(owner));
      if (isSaved || workshop.role === 'observer') leaveFor(destination);
      else setAsked(destination);
    },
    stay: (): void => setAsked(undefined),
    leaveFor,
  };
}

export interface LeaveDialogProps {
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

export function LeaveDialog({ onStay, onLeave }: LeaveDialogProps) {
  const { app } = useWords();
  return (
    <Dialog title={app.leaveTitle} onClose={onStay}>
      <p>{app.leaveText}</p>
      <DialogActions>
        <Button variant="danger" onClick={onLeave}>
          {app.leaveAnyway}
        </Button>
        <Button variant="primary" onClick={onStay}>
          {app.leaveStay}
        </Button>
      </DialogActions>
    </Dialog>
  );
}

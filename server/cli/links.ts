/** `links`: new links for a workshop whose own are lost or known to too many. */
import { err, ok } from '../../shared/result.ts';
import { isRole, ROLES, type Role } from '../../shared/session/roles.ts';
import { publicOrigin } from '../config.ts';
import { hashSecret, linkTo, newSecret } from '../http/secrets.ts';
import { type Command, withBoard } from './command.ts';

const roleNames: Readonly<Record<Role, string>> = {
  facilitator: 'animer',
  participant: 'participer',
  observer: 'regarder',
};

export const links: Command = {
  usage: '<atelier> [facilitator|participant|observer] --yes',
  purpose: 'remplace les liens (ou celui d’un rôle) : les anciens n’ouvrent plus rien',
  words: [1, 2],
  flags: ['--yes'],
  run: ({ words: [word, role], flags, config }) =>
    withBoard(config, word, async (store, { id }, isServed) => {
      if (role !== undefined && !isRole(role)) return err(`Rôles : ${ROLES.join(', ')}.`);
      if (!flags.has('--yes')) return err(warning);
      const lines: string[] = [];
      for (const each of role === undefined ? ROLES : [role]) {
        const token = newSecret();
        await store.replaceLink(id, { role: each, hash: hashSecret(token) });
        lines.push(`${roleNames[each]} : ${linkTo(publicOrigin(config, config.port), id, token)}`);
      }
      await store.sync();
      return ok(isServed ? [...lines, stillIn] : lines);
    }),
};

const warning =
  'Un lien n’est gardé que sous une forme illisible : on ne peut pas le redonner, seulement le remplacer. Les liens remplacés n’ouvriront plus rien, et qui est entré par eux devra entrer de nouveau. Pour le faire : ajoutez --yes.';
const stillIn =
  'Un serveur est en marche : qui a l’atelier ouvert y reste jusqu’à sa prochaine connexion.';

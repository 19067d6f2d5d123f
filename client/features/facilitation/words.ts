/** Words of the cockpit and of the déroulé: fetched with them, so that the first page pays nothing. */
import { cockpitEn } from '../../../shared/text/parts/cockpit.en.ts';
import { type CockpitTexts, cockpitFr } from '../../../shared/text/parts/cockpit.ts';
import { usePreferences } from '../../state/hooks.ts';

export const useWords = (): CockpitTexts =>
  usePreferences().language === 'en' ? cockpitEn : cockpitFr;

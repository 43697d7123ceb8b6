import type { DealerId } from '../world/types.mts';
import type { DealerFactory } from './contract.mts';
import { naverSens } from './naverSens/dealer.mts';
import { nhnCloud } from './nhnCloud/dealer.mts';
import { solapi } from './solapi/dealer.mts';

/** All dealers of the sandbox. */
export const DEALERS = { nhnCloud, solapi, naverSens } as const satisfies Record<DealerId, DealerFactory>;

/** The same, in a form to walk over. */
export const DEALER_IDS = ['nhnCloud', 'solapi', 'naverSens'] as const satisfies readonly DealerId[];

import type { Dealer } from './contract';
import { naverSens } from './naverSens';
import { nhnCloud } from './nhnCloud';
import { solapi } from './solapi';

/** Every dealer, in the order in which people choose one. */
export const DEALERS: readonly Dealer[] = [nhnCloud, solapi, naverSens];

/** A dealer by the `provider` of a credential; undefined for an unknown one. */
export function dealerById(id: string): Dealer | undefined {
	return DEALERS.find((dealer) => dealer.id === id);
}

import type { Hub } from '../../kakao/consult/contract';
import { HUBS } from '../../kakao/consult/registry';

/** Names of the hubs that can do something, for descriptions: the node itself knows no hub. */
export const hubsThat = (can: (hub: Hub) => unknown): string =>
	HUBS.filter((hub) => hub.desk && can(hub))
		.map(({ name }) => name)
		.join(', ');

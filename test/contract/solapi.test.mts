import { solapi } from '../../kakao/dealers/solapi';
import { DEMO_CHANNELS } from '../../sandbox/world/seed/channels.mts';
import { dealerContract } from './suite.mts';

dealerContract({
	dealer: solapi,
	senderProfile: DEMO_CHANNELS[0]!.pfId,
	code: (name, kind) => `KA01${kind === 'Brand' ? 'B' : 'T'}P${name}`,
});

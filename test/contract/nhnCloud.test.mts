import { nhnCloud } from '../../kakao/dealers/nhnCloud';
import { DEMO_CHANNELS } from '../../sandbox/world/seed/channels.mts';
import { dealerContract } from './suite.mts';

dealerContract({ dealer: nhnCloud, senderProfile: DEMO_CHANNELS[0]!.senderKey, code: (name) => name });

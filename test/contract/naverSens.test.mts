import { naverSens } from '../../kakao/dealers/naverSens';
import { dealerContract } from './suite.mts';

dealerContract({ dealer: naverSens, senderProfile: '@kakaoshop', code: (name) => name });

import type { BrandKind } from '../../../kakao/message/brand/content';
import { forMessage } from '../../shared/fields/show';

/** Shown for a message that is written in the node. */
export const freeForm = { show: { ...forMessage.show, messageForm: ['freeForm'] } };

/** Shown for a message from a template. */
export const fromTemplate = { show: { ...forMessage.show, messageForm: ['template'] } };

/** Shown for free-form messages of these kinds. */
export const forKinds = (...kinds: BrandKind[]) => ({ show: { ...freeForm.show, kind: kinds } });

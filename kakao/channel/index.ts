/** Kakao Developers: who is a friend of the channel, customer files, and what the channel's webhook tells. */
export { kakaoDevelopers, webhookKeyOf } from './account';
export { keyChecks, type KeyCheck } from './checks';
export { readChannelId } from './ids';
export { KAKAO_OAUTH } from './oauth';
export { relationships, relationshipsAtOnce, ASKED_SINGLY } from './relationship/everybody';
export { ownRelationship, type Allowance } from './relationship/group';
export type { ChannelRelation, RelationshipOutcome, UserRelationship } from './relationship/relationship';
export { USERS_PER_CALL } from './relationship/requests';
export { fileProblems, FILE_LIMITS, PRESET_COLUMNS, type Column, type ColumnType } from './files/columns';
export { createFile, listFiles, readFileId, type CustomerFile, type CustomerFiles, type NewFile } from './files/files';
export type { GroupResult } from './files/groupResult';
export { readCustomer, readCustomerId, type CustomerRow, type UserType } from './files/rows';
export { addUsers, removeUsers, REMOVE_FORMAT, type FileTarget, type RemoveFormat } from './files/users';
export { payloadOf, verify, WEBHOOK_ANSWER, type WebhookCall } from './webhook/call';
export { readWebhook, type ChannelEvent } from './webhook/event';

import { MemoryUserStore } from '../../src/sync/memory-user-store.ts';
import { userStoreContract } from './support/user-store-contract.ts';

userStoreContract('MemoryUserStore', async () => {
  const store = new MemoryUserStore();
  return { store, reopen: async () => store };
});

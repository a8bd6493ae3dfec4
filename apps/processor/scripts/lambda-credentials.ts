// Lambda gives a function its credentials in the environment. The SDK's whole chain (SSO, profiles, instance
// metadata) is a sixth of the bundle and never used there.
export { fromEnv as defaultProvider } from '@aws-sdk/credential-provider-env';

import './desk.css';
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { addressOf, go, useAddress } from './address.ts';
import { ApiError, api, bePerson, chosenPerson, type Person, type Session } from './api.ts';
import { BreakScreen } from './break-screen.tsx';
import { DocumentsScreen } from './documents-screen.tsx';
import { FindForm } from './find-form.tsx';
import { HELP, HelpDialog } from './help.tsx';
import { isTyping } from './keys.ts';
import { ProfilesScreen } from './profiles-screen.tsx';
import { QueueScreen } from './queue-screen.tsx';
import { TradeScreen } from './trade-screen.tsx';
import { WordingsScreen } from './wordings-screen.tsx';

/** The frame of every screen: who looks, in which environment, and what stands in the address. */
function Desk() {
  const address = useAddress();
  const [people, setPeople] = useState<readonly Person[]>([]);
  const [session, setSession] = useState<Session>();
  const [trouble, setTrouble] = useState<string>();
  const [help, setHelp] = useState(false);

  const load = async () => {
    try {
      const { people: known } = await api.people().catch(() => ({ people: [] }));
      setPeople(known);
      if (chosenPerson() === undefined && known[0]) bePerson(known[0].id);
      setSession(await api.session());
      setTrouble(undefined);
    } catch (error) {
      setTrouble(error instanceof ApiError ? error.message : String(error));
    }
  };
  useEffect(() => void load(), []);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.key === HELP && !isTyping(event)) setHelp(true);
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);

  const [, screen, id] = address.path.split('/');
  return (
    <>
      <a class="skip" href="#main">
        To the content
      </a>
      <header>
        <a class="home" href={addressOf('/', {})} onClick={(event) => go(event, '/', {})}>
          Desk
        </a>
        {session && <span class="environment">{session.environment}</span>}
        {session && (
          <a href="/profiles" onClick={(event) => go(event, '/profiles', {})}>
            Profiles
          </a>
        )}
        {session && (
          <a href="/wordings" onClick={(event) => go(event, '/wordings', {})}>
            Wordings
          </a>
        )}
        {session && <FindForm />}
        <span class="grow" />
        {people.length > 0 && session ? (
          <label>
            You are{' '}
            <select
              value={session.person.id}
              onChange={(event) => {
                bePerson(event.currentTarget.value);
                void load();
              }}
            >
              {people.map(({ id: value, name }) => (
                <option key={value} value={value}>
                  {name}
                </option>
              ))}
            </select>
          </label>
        ) : (
          <span>{session?.person.name}</span>
        )}
        <button type="button" onClick={() => setHelp(true)}>
          Keys <kbd>?</kbd>
        </button>
      </header>
      <main id="main" tabIndex={-1}>
        {trouble !== undefined && (
          <p role="alert" class="trouble">
            {trouble}{' '}
            <button type="button" onClick={() => void load()}>
              Try again
            </button>
          </p>
        )}
        {!session && trouble === undefined && <p role="status">Loading…</p>}
        {session && screen === 'break' && id !== undefined && (
          <BreakScreen key={`${id} ${session.person.id}`} id={id} session={session} />
        )}
        {session && screen === 'trade' && id !== undefined && <TradeScreen key={id} id={id} />}
        {session && screen === 'documents' && <DocumentsScreen session={session} address={address} />}
        {session && screen === 'profiles' && <ProfilesScreen key={session.person.id} session={session} />}
        {session && screen === 'wordings' && <WordingsScreen key={session.person.id} session={session} />}
        {session && !['break', 'trade', 'documents', 'profiles', 'wordings'].includes(screen ?? '') && (
          <QueueScreen key={session.person.id} session={session} address={address} people={people} />
        )}
      </main>
      {help && <HelpDialog close={() => setHelp(false)} />}
    </>
  );
}

const root = document.getElementById('desk');
if (root) render(<Desk />, root);

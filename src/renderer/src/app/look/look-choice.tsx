// Owns the choices of this console: light, colours, and whether it makes its three sounds.
// Refuses anything else: size and density are not a matter of taste here.
import { Segments } from '../../parts/controls/segments';
import { useLook, wear } from './look';
import { mute, useSound } from './sound/tones';
import styles from './look-choice.module.css';

/** The choices, side by side. */
export function LookChoice() {
  const { light, palette } = useLook();
  const { muted } = useSound();
  return (
    <div className={styles.choices}>
      <Segments
        label="Light"
        chosen={light ? 'bright' : 'dark'}
        choices={[
          ['dark', 'Dark'],
          ['bright', 'Bright'],
        ]}
        onChoose={(choice) => {
          wear('light', choice === 'bright');
        }}
      />
      <Segments
        label="Colours"
        chosen={palette ? 'deutan' : 'usual'}
        choices={[
          ['usual', 'Usual colours'],
          ['deutan', 'Deutan'],
        ]}
        onChoose={(choice) => {
          wear('palette', choice === 'deutan');
        }}
      />
      <Segments
        label="Sound"
        chosen={muted ? 'muted' : 'on'}
        choices={[
          ['on', 'Sound on'],
          ['muted', 'Muted'],
        ]}
        onChoose={(choice) => {
          mute(choice === 'muted');
        }}
      />
    </div>
  );
}

package io.moked.signin;

import io.moked.factor.PasskeyTalk.ShownPasskey;

/** Something a person shows to prove who they are, once it is known whom they claim to be. */
public sealed interface Shown {

    record Password(String words) implements Shown {}

    record Code(String digits) implements Shown {}

    record RecoveryCode(String letters) implements Shown {}

    record Signature(ShownPasskey of) implements Shown {}
}

package io.moked.personaldata;

import java.util.List;

/** A room that keeps something about people, and says what. */
public interface PersonalDataHolder {

    /** Every column of this room that tells something about a person, in exactly one of these. */
    List<PersonalColumns> personalData();
}

namespace AssistPortal.Data.Accounts;

/// <summary>
/// Tells somebody by mail what has changed in how their account is entered, whoever has done it: an intruder's act does
/// not stay unseen.
/// </summary>
public interface IAccountNews
{
    /// <summary>
    /// Adds the mail to the scope's context, to the address that the account has now; the caller saves it with the
    /// change.
    /// </summary>
    void Tell(PortalUser user, AccountChange change);
}

/// <summary>What has changed in how an account is entered.</summary>
public enum AccountChange
{
    Password,
    PasskeyAdded,
    PasskeyRemoved,

    /// <summary>An authenticator was set up, in place of any other.</summary>
    FactorOn,

    FactorOff,
    RecoveryCodes,

    /// <summary>An administrator has taken away all but the password.</summary>
    FactorsTaken,

    /// <summary>Told to the former address.</summary>
    Email,

    /// <summary>An account that was there before is entered by single sign-on too.</summary>
    SingleSignOn,

    /// <summary>Nothing has changed, but somebody knows the password: too many wrong codes came after it.</summary>
    WrongCodes,
}

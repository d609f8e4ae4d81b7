namespace AssistPortal.Data.Accounts;

/// <summary>Why a password is refused.</summary>
public enum PasswordFault
{
    /// <summary>It has fewer characters than <see cref="PasswordRules.LeastLength"/>.</summary>
    TooShort,

    /// <summary>It is among those that are tried first.</summary>
    Common,

    /// <summary>It is the name or the address of its owner.</summary>
    Name,
}

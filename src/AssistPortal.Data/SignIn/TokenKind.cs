namespace AssistPortal.Data.SignIn;

/// <summary>What opens something without a password.</summary>
public enum TokenKind
{
    /// <summary>The mailed link to set a password.</summary>
    PasswordLink,

    /// <summary>The mailed link to an order.</summary>
    OrderLink,

    /// <summary>What tells a form of the portal's from one that others have made.</summary>
    Form,

    /// <summary>What a browser answers when it is asked for a passkey.</summary>
    Passkey,
}

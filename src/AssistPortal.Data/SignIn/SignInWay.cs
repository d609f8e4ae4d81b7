namespace AssistPortal.Data.SignIn;

/// <summary>By what somebody shows who they are.</summary>
public enum SignInWay
{
    Password,

    /// <summary>The authenticator's code, after the password.</summary>
    Code,

    /// <summary>One of the codes for the day on which the authenticator is lost, after the password.</summary>
    RecoveryCode,

    Passkey,

    /// <summary>The identity provider that settings name.</summary>
    SingleSignOn,

    /// <summary>The one-time code of a new installation.</summary>
    SetupCode,
}

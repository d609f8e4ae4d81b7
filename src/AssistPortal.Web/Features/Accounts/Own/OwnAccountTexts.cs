namespace AssistPortal.Web.Features.Accounts.Own;

/// <summary>Words of somebody's own account: password, passkeys, second factor, devices.</summary>
public sealed class OwnAccountTexts;

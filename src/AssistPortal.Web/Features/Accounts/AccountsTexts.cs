namespace AssistPortal.Web.Features.Accounts;

/// <summary>Words of this feature's pages.</summary>
public sealed class AccountsTexts;

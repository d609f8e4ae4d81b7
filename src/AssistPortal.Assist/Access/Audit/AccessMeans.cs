namespace AssistPortal.Assist.Access.Audit;

/// <summary>What lets people in to an order without an account.</summary>
internal enum AccessMeans
{
    RequestNumberAndEmail,
    MailedLink,
}

namespace AssistPortal.Data.SignIn.Audit;

internal static class Nobody
{
    /// <summary>Stands for the account where there is none.</summary>
    public const string Key = "-";
}

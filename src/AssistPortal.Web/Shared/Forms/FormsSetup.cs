namespace AssistPortal.Web.Shared.Forms;

internal static class FormsSetup
{
    public static IServiceCollection AddForms(this IServiceCollection services) =>
        services.AddSingleton<CarriedForms>();
}

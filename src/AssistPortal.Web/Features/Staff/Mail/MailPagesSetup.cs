namespace AssistPortal.Web.Features.Staff.Mail;

internal static class MailPagesSetup
{
    public static IServiceCollection AddMailPages(this IServiceCollection services) => services
        .AddSingleton<MailWords>()
        .AddScoped<MailList>()
        .AddScoped<MailPages>();
}

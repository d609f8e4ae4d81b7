namespace AssistPortal.Web.Features.MyTrial.Users;

internal static class MyUsersSetup
{
    public static IServiceCollection AddMyUserPages(this IServiceCollection services) => services
        .AddScoped<MyUserPages>()
        .AddScoped<MyUserDifferences>();
}

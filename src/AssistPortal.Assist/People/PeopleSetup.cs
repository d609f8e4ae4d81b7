using Microsoft.Extensions.DependencyInjection;

namespace AssistPortal.Assist.People;

internal static class PeopleSetup
{
    public static IServiceCollection AddPeople(this IServiceCollection services) => services
        .AddScoped<UserLinks>()
        .AddScoped<UserFactors>()
        .AddScoped<UserBook>();
}
